"""What is made of a whole day: the page at its end, and its poster."""
