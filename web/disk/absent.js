// @ts-check
// In place of what pages from a disk do not start: «Tự rà soát» has a file of its own there.
export {}
