"""Which pages and states stand for all; used by the gallery, the pictures, axe and the vitals."""
