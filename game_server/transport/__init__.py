"""The door: what each audience may say and hears, over HTTP and Socket.IO."""
