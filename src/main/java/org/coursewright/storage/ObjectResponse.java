package org.coursewright.storage;

/// A stored object as the answer of a controller, with ranges and conditions as HTTP knows them.
///
/// @param tag changes whenever the bytes do; without quotes
/// @param cacheControl who may keep it, and for how long
public record ObjectResponse(StoredObject object, String mediaType, String tag, String cacheControl) {}
