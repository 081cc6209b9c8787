package org.beffroi.declaration.api;

import java.util.Objects;
import org.beffroi.access.OpenTo;
import org.beffroi.access.OpenToAll;
import org.beffroi.access.Role;
import org.beffroi.access.Viewer;
import org.beffroi.declaration.domain.Withdrawals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A declaration was no incident after all (put), or was one (delete), for machines: the same as the page. Twice does no harm. */
@RestController
@RequestMapping("/api/v1")
class WithdrawalApi {
    private final Withdrawals withdrawals;

    WithdrawalApi(Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
    }

    /**
     * Why.
     *
     * @param reason code of the vocabulary withdrawal-reason
     * @param words at most 2,000 characters; no patient's name
     */
    record Reason(@Nullable String reason, @Nullable String words) {
        String code() {
            return Objects.requireNonNullElse(reason, "");
        }

        String said() {
            return Objects.requireNonNullElse(words, "");
        }
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @PutMapping("/declarations/{reference}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String reference, @RequestBody Reason why, Viewer viewer) {
        withdrawals.withdraw(reference, why.code(), why.said(), viewer);
    }

    @OpenTo({Role.DECLARANT, Role.ANALYST, Role.LEAD})
    @DeleteMapping("/declarations/{reference}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable String reference, Viewer viewer) {
        withdrawals.restore(reference, viewer);
    }

    @OpenToAll
    @PutMapping("/follow/{token}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdrawByLink(@PathVariable String token, @RequestBody Reason why) {
        withdrawals.withdrawByLink(token, why.code(), why.said());
    }

    @OpenToAll
    @DeleteMapping("/follow/{token}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restoreByLink(@PathVariable String token) {
        withdrawals.restoreByLink(token);
    }
}
