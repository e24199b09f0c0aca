package org.coursewright.content;

import java.util.Set;

/// Keys of Hugo, Jekyll, Docusaurus, MkDocs and their like: found in moved content, harmless here.
final class ForeignKeys {

    private static final Set<String> ALL = Set.of(
            "aliases", "author", "banner", "bookCollapseSection", "categories", "category", "cover", "date",
            "description", "disableToc", "excerpt", "expiryDate", "featured_image", "hide", "hide_table_of_contents",
            "hide_title", "image", "images", "keywords", "lang", "last_modified_at", "lastmod", "layout", "linkTitle",
            "markup", "menu", "nav_order", "order", "outputs", "pagination_label", "pagination_next",
            "pagination_prev", "parent", "permalink", "pin", "published", "publishDate", "resources", "series",
            "sidebar", "sidebar_class_name", "sidebar_label", "sidebar_position", "tag", "tags", "template", "toc",
            "type", "updated", "url", "weight");

    private ForeignKeys() {}

    static boolean has(String key) {
        return ALL.contains(key);
    }
}
