package org.beffroi.platform.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The database is away, full or hanging: whatever part of a request meets that first (its session, its token, its handler), the answer is
 * «try again», never a fault of the program.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class Outage extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);
    static final String RETRY_AFTER_SECONDS = "30";

    /** Classes of SQLSTATE: connection lost, resources (disk, memory, connections), shut down or starting, system error. */
    private static final Set<String> GONE = Set.of("08", "53", "57P", "58");

    /** Where a copy of the database that may only be read has been reached. */
    private static final String READ_ONLY = "25006";

    /** Whether it is the database's trouble, at whatever depth. */
    static boolean causes(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || (cause instanceof SQLException sql && isGone(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The pool says without any state that a connection was closed under its user. */
    private static boolean isGone(@Nullable String state) {
        return state == null || state.equals(READ_ONLY) || GONE.stream().anyMatch(state::startsWith);
    }

    /** Whether this is the answer to such a request: to make it, nothing may be asked of the database. */
    static boolean isAnswerOf(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                && Integer.valueOf(HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                        .equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    }

    static void log(Throwable fault) {
        LOG.error(
                "The database does not answer. `./beffroi doctor` says how to mend it. ({})",
                String.valueOf(fault.getMessage()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException fault) {
            if (!causes(fault) || response.isCommitted()) {
                throw fault;
            }
            log(fault);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
