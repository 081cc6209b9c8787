package org.beffroi.declaration.web;

import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.domain.Withdrawals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A declaration was no incident after all, or was one. */
@Controller
class WithdrawalController {
    private final Withdrawals withdrawals;

    WithdrawalController(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/withdrawal")
    String withdraw(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            Viewer viewer) {
        withdrawals.withdraw(reference, reason, words, viewer);
        return back(reference, viewer);
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PostMapping("/declarations/{reference}/withdrawal/end")
    String restore(@PathVariable String reference, Viewer viewer) {
        withdrawals.restore(reference, viewer);
        return back(reference, viewer);
    }

    private static String back(String reference, Viewer viewer) {
        return "redirect:" + (viewer.atTheDesk() ? "/incidents/" + reference + "?done" : "/declarations/" + reference);
    }

    @OpenToAll
    @PostMapping("/follow/{token}/withdrawal")
    String withdrawByLink(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words) {
        withdrawals.withdrawByLink(token, reason, words);
        return "redirect:/follow/" + token;
    }

    @OpenToAll
    @PostMapping("/follow/{token}/withdrawal/end")
    String restoreByLink(@PathVariable String token) {
        withdrawals.restoreByLink(token);
        return "redirect:/follow/" + token;
    }
}
