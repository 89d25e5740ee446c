"""What comes after composing: who stops or comes in, who helps whom, who meets when."""
