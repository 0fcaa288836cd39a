"""What the portal does with input that means harm, and with files that were spoilt by chance."""
