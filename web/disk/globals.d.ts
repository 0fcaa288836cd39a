// What the script of a site on a disk leaves for the scripts beside it. Elsewhere there is none of it.

declare var PortalFiles: Record<string, string> | undefined
declare var PortalFinder: typeof import("../finder/index.js") | undefined
declare var PortalSearch: {
  give: (path: string, text: string) => void
  open: typeof import("../search/index.js").open
} | undefined
