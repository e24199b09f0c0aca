package org.coursewright.video;

/// What a school wants done against copying. None of it is DRM.
///
/// @param encrypted videos that are made from now on are encrypted (HLS with AES-128); the key goes to those who may watch
/// @param watermark the address of the student who watches stands over the picture
public record VideoOptions(boolean encrypted, boolean watermark) {

    static final VideoOptions NONE = new VideoOptions(false, false);
}
