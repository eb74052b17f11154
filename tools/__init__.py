"""What developers run: translations kept in step, pictures taken. No part of the program."""
