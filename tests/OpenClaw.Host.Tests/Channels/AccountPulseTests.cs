using OpenClaw.Channels;
using OpenClaw.Host.Channels.Accounts;

namespace OpenClaw.Host.Tests.Channels;

/// <summary>When the host stops believing what a channel says of itself.</summary>
public sealed class AccountPulseTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(29, null)]
    [InlineData(31, "nothing was heard of the platform for 31 minutes")]
    public void A_connection_without_a_sign_of_the_platform_is_made_anew(int minutes, string? expected)
    {
        var state = Running(ChannelState.Running) with { ConnectedAt = Start };
        state = state with { Seen = state.Seen! with { LastContactAt = Start } };

        Check(expected, AccountPulse.Problem(state, new AccountLimits(), Start.AddMinutes(minutes)));
    }

    [Fact]
    public void A_channel_that_never_tells_of_its_platform_is_left_alone() =>
        Assert.Null(AccountPulse.Problem(Running(ChannelState.Running) with { ConnectedAt = Start }, new AccountLimits(), Start.AddDays(2)));

    [Theory]
    [InlineData(4, null)]
    [InlineData(6, "no route (for 6 minutes; the account is started anew)")]
    public void A_channel_that_finds_no_way_back_is_started_anew(int minutes, string? expected)
    {
        var state = Running(ChannelState.Connecting) with { SearchingSince = Start.AddHours(1), LastError = "no route" };

        Check(expected, AccountPulse.Problem(state with { Seen = state.Seen! with { LastError = "no route" } }, new AccountLimits(), Start.AddHours(1).AddMinutes(minutes)));
    }

    [Fact]
    public void Who_waits_for_a_person_is_left_alone()
    {
        Assert.Null(AccountPulse.Problem(Running(ChannelState.NeedsLogin), new AccountLimits(), Start.AddDays(1)));
        var given = Running(ChannelState.Failed);
        Assert.Null(AccountPulse.Problem(given with { Seen = given.Seen! with { IsTerminal = true } }, new AccountLimits(), Start.AddDays(1)));
    }

    [Fact]
    public void Who_begins_to_connect_after_a_long_wait_for_a_person_has_the_whole_time()
    {
        var state = Running(ChannelState.Connecting) with { SearchingSince = Start.AddHours(1) };

        Assert.Null(AccountPulse.Problem(state, new AccountLimits(), Start.AddHours(1).AddMinutes(4)));
    }

    private static AccountState Running(ChannelState state) =>
        new() { Phase = AccountPhase.Running, StartedAt = Start, Seen = new ChannelStatus { State = state } };

    private static void Check(string? expected, string? found)
    {
        if (expected is null)
            Assert.Null(found);
        else
            Assert.Contains(expected, found, StringComparison.Ordinal);
    }
}
