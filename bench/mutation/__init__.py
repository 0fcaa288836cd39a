"""Do the tests of a room notice when the room is wrong? Small faults are seeded, one at a time.

In: the tree, rooms, how many faults, a seed. Out: per room how many its own tests caught, and each
one they did not. The tree itself is never touched: faults are seeded in copies.
"""
