-- Sessions remembered the hash of the account's password. They end once, and with them what they remembered.
delete from platform.session;
