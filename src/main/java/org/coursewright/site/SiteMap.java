package org.coursewright.site;

import java.util.List;
import java.util.Map;
import org.coursewright.platform.Hash;

/// What lies at each address, as kept with a publication.
///
/// @param pages path to the input hash of its rendering
/// @param moved old path to new path
/// @param files blobs that everybody may have
/// @param videos that everybody may watch
record SiteMap(Map<String, Hash> pages, Map<String, String> moved, List<Hash> files, List<Hash> videos) {}
