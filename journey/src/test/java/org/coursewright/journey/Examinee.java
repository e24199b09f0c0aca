package org.coursewright.journey;

import com.microsoft.playwright.Page;

/// Somebody who may sit the exam of the demo school.
abstract class Examinee extends Browsing {

    static final String EXAM = "/exams/git/attempts";

    /// Signed in, and enrolled in the course that holds the exam.
    Page enrolled(Page page, String host, String email) throws InterruptedException {
        signInByLink(page, host, email);
        page.waitForURL("**/learn");
        page.locator("form[action='/learn/first-school/enrolment'] button").click();
        page.waitForURL("**/learn/first-school");
        return page;
    }

    /// In the room of the exam, once its forms are made: a job does that right after the demo school is there.
    void enter(Page page, String host) {
        page.navigate(host + EXAM);
        for (int i = 0; i < 90 && page.locator("form:has([value=study])").count() == 0; i++) {
            page.waitForTimeout(1000);
            page.reload();
        }
    }

    /// In front of the first question.
    void begin(Page page, String host, String mode) {
        enter(page, host);
        page.locator("form:has([value=" + mode + "]) button").click();
        page.locator(".question").waitFor();
    }

    /// What the server has of an attempt: how many answers.
    int answered(Page page) {
        return ((Number) page.evaluate("""
                () => fetch(location.pathname + "/state").then(answer => answer.json())
                    .then(state => state.responses.filter(one => one.answer !== null).length)""")).intValue();
    }

    /// To the next question that has options, where it is not one already.
    void toOptions(Page page) {
        for (int i = 0; i < 40 && page.locator(".option").count() == 0; i++) next(page);
    }

    void next(Page page) {
        var before = page.locator("#question-head").textContent();
        page.locator(".exam-foot .next").click();
        page.waitForFunction("before => document.querySelector('#question-head').textContent !== before", before);
    }
}
