"""How the page of self-assessment holds at a full set of made-up criteria."""
