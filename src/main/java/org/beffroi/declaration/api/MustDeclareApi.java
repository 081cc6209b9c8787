package org.beffroi.declaration.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.beffroi.access.OpenToAll;
import org.beffroi.declaration.domain.MustDeclare;
import org.beffroi.declaration.domain.MustDeclare.Question;
import org.beffroi.declaration.domain.MustDeclare.Said;
import org.beffroi.declaration.domain.MustDeclare.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** «Must it be declared?», for machines. */
@RestController
class MustDeclareApi {
    /** @param points of the article that oblige */
    record Answer(Verdict verdict, boolean obliged, String article, List<Integer> points) {}

    @OpenToAll
    @GetMapping("/api/v1/obligation")
    Answer obligation(
            @RequestParam(required = false) @Nullable Said care,
            @RequestParam(required = false) @Nullable Said data,
            @RequestParam(required = false) @Nullable Said work,
            @RequestParam(required = false) @Nullable Said around,
            @RequestParam(required = false) @Nullable Said others) {
        var said = new HashMap<Question, Said>();
        put(said, Question.CARE, care);
        put(said, Question.DATA, data);
        put(said, Question.WORK, work);
        put(said, Question.AROUND, around);
        put(said, Question.OTHERS, others);
        var asked = new MustDeclare(said);
        return new Answer(
                asked.verdict(),
                !asked.because().isEmpty(),
                "CSP D.1111-16-2 II",
                asked.because().stream().map(Question::point).toList());
    }

    private static void put(Map<Question, Said> said, Question question, @Nullable Said answer) {
        if (answer != null) {
            said.put(question, answer);
        }
    }
}
