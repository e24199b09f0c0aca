package org.coursewright.video;

/// What a school wants done against copying. None of it is DRM.
///
/// @param encrypted videos that are made from now on are encrypted (HLS with AES-128); the key goes to those who may watch
/// @param watermark the address of the student who watches stands over the picture
/// @param streams at how many browsers one student may watch at the same time, at most 100; 0 = as many as they like
public record VideoOptions(boolean encrypted, boolean watermark, int streams) {

    static final VideoOptions NONE = new VideoOptions(false, false, 0);
}
