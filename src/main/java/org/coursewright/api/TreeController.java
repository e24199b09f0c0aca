package org.coursewright.api;

import org.coursewright.content.Revisions;
import org.coursewright.content.Tree;
import org.coursewright.content.Trees;
import org.coursewright.platform.NotFound;
import org.coursewright.school.OnPlatform;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The files of a revision by hash, `ids.lock` among them.
@OnPlatform
@RestController
@RequestMapping("/api/v1/schools/{school}/revisions/{number}/tree")
class TreeController {

    private final Revisions revisions;
    private final Trees trees;

    TreeController(Revisions revisions, Trees trees) {
        this.revisions = revisions;
        this.trees = trees;
    }

    @GetMapping
    Tree show(Caller caller, @PathVariable int number, @RequestParam(defaultValue = "") String source) {
        var revision = revisions.find(caller.school(), source, number).orElseThrow(NotFound::new);
        return trees.of(caller.school(), revision);
    }
}
