package org.coursewright.credential;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.COSObjectable;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.jspecify.annotations.Nullable;

/// A page of which everything is marked: what is read aloud, in its order, and what is only there to be seen.
final class TaggedPage implements AutoCloseable {

    private final PDDocument document;
    private final PDPage page;
    private final PDPageContentStream content;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole = new PDStructureElement("Document", root);
    private final COSArray parents = new COSArray();

    TaggedPage(PDDocument document, PDPage page) throws IOException {
        this.document = document;
        this.page = page;
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        root.appendKid(whole);
    }

    /// Draws something.
    @FunctionalInterface
    interface Drawing {

        void onto(PDPageContentStream content) throws IOException;
    }

    /// @param type such as H1, P or Figure
    /// @param said instead of what is drawn; null = the text says it itself
    void draw(String type, @Nullable String said, Drawing drawing) throws IOException {
        var element = new PDStructureElement(type, whole);
        element.setPage(page);
        if (said != null) element.setAlternateDescription(said);
        element.appendKid(parents.size());
        whole.appendKid(element);
        content.beginMarkedContent(COSName.getPDFName(type), parents.size());
        drawing.onto(content);
        content.endMarkedContent();
        parents.add(element);
    }

    void decorate(Drawing drawing) throws IOException {
        content.beginMarkedContent(COSName.ARTIFACT);
        drawing.onto(content);
        content.endMarkedContent();
    }

    @Override
    public void close() throws IOException {
        content.close();
        page.setStructParents(0);
        var numbers = new PDNumberTreeNode(COSObjectable.class);
        var list = new COSArray();
        list.add(COSInteger.ZERO);
        list.add(parents);
        numbers.getCOSObject().setItem(COSName.NUMS, list);
        root.setParentTree(numbers);
        root.setParentTreeNextKey(1);
        var catalog = document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
    }
}
