using System.Text.Json;
using OpenClaw.Identity;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>An account as the configuration has it.</summary>
/// <param name="Channel">The channel's id.</param>
/// <param name="Account">The account's id.</param>
/// <param name="IsEnabled">Whether it shall run.</param>
/// <param name="Settings">The channel's settings with the account's own laid over them. May hold secrets in clear.</param>
internal sealed record ConfiguredAccount(string Channel, AccountId Account, bool IsEnabled, JsonElement Settings)
{
    public AccountKey Key => new(Channel, Account.Value);

    /// <summary>Whether what the account is started with is the same.</summary>
    public bool StartsLike(ConfiguredAccount other) => IsEnabled == other.IsEnabled && JsonElement.DeepEquals(PolicyKeys.Without(Settings), PolicyKeys.Without(other.Settings));

    // A generated ToString would print the settings with everything in them.
    public override string ToString() => Key.ToString();
}
