"""Can the marks of Vietnamese be told apart on an ordinary screen? Pixels, face by face.

A pixel is one point of the screen turned from ink to ground. Nothing here is part of the portal.
"""
