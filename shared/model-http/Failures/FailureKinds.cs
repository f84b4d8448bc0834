namespace OpenClaw.Agents.Common.Failures;

/// <summary>Decides what kind of failure a report is. Words go before the status, since far ends share one status for several kinds.</summary>
internal static class FailureKinds
{
    public static ModelFailure Of(ErrorReport report)
    {
        var status = report.Status;
        if (IsOverflow(report))
            return ModelFailure.ContextOverflow;
        if (status == 402 || report.Mentions("insufficient_quota", "insufficient credit", "billing_hard_limit", "billing_not_active", "insufficient balance", "credit balance"))
            return ModelFailure.QuotaExceeded;
        if (status is null or 400 or 403 or 422 && report.Mentions("content_filter", "content_policy", "content management policy", "moderation", "content filtering"))
            return ModelFailure.ContentFiltered;
        // Some far ends say "too large" where they mean too many tokens in this minute.
        if (status == 413 && IsMinuteLimit(report))
            return ModelFailure.RateLimited;
        return status switch
        {
            401 or 403 => ModelFailure.Authentication,
            429 => ModelFailure.RateLimited,
            408 or 409 or 425 or (>= 500 and <= 599) => ModelFailure.Overloaded,
            >= 300 and <= 499 => ModelFailure.InvalidRequest,
            _ => OfWords(report),
        };
    }

    private static bool IsOverflow(ErrorReport report) =>
        report.Status is null or 400 or 413 or 422 or 500
        && ((report.Status == 413 && !IsMinuteLimit(report)) || report.Mentions(
            "context_length_exceeded",
            "request_too_large",
            "context length exceeded",
            "maximum context length",
            "context window",
            "context size",
            "prompt is too long",
            "input is too long",
            "exceeds the maximum number of tokens",
            "exceed_context_size"));

    private static bool IsMinuteLimit(ErrorReport report) => report.Mentions("tokens per minute", "(tpm)", "rate_limit");

    // Errors inside a stream carry no status.
    private static ModelFailure OfWords(ErrorReport report)
    {
        if (report.Mentions("rate_limit", "rate limit", "too many requests"))
            return ModelFailure.RateLimited;
        if (report.Mentions("invalid_api_key", "authentication", "permission"))
            return ModelFailure.Authentication;
        if (report.Mentions("server_error", "overloaded", "unavailable", "internal", "timeout", "api_error"))
            return ModelFailure.Overloaded;
        return report.Mentions("invalid_request") ? ModelFailure.InvalidRequest : ModelFailure.Unknown;
    }
}
