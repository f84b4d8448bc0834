namespace OpenClaw.Host.Channels.Accounts;

/// <summary>Names an account among those of all channels.</summary>
internal readonly record struct AccountKey(string Channel, string Account)
{
    public override string ToString() => $"{Channel}/{Account}";
}
