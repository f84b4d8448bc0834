using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>Finds out when a channel that says it runs, or is about to, has to be started anew.</summary>
internal static class AccountPulse
{
    /// <returns>What is wrong; null while nothing is.</returns>
    public static string? Problem(AccountState state, AccountLimits limits, DateTimeOffset now)
    {
        if (state.Phase != AccountPhase.Running || state.Seen is not { } seen)
            return null;
        if (state.IsConnected)
        {
            // A channel that tells nothing of its platform cannot be judged by that.
            var silence = now - Later(seen.LastContactAt, state.ConnectedAt);
            return seen.LastContactAt is not null && silence > limits.StaleAfter
                ? $"nothing was heard of the platform for {silence!.Value.TotalMinutes:0} minutes; the connection is made anew"
                : null;
        }

        // A start of its own gives it the whole time again.
        var missing = now - Later(state.SearchingSince, state.StartedAt);
        return state.IsSearching && missing > limits.LongestSilence
            ? $"{seen.LastError ?? "the platform could not be reached"} (for {missing!.Value.TotalMinutes:0} minutes; the account is started anew)"
            : null;
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
