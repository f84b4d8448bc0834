using OpenClaw.Channels;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>Where one account's messages go, for as long as its channel runs.</summary>
internal interface IAccountInbox
{
    /// <summary>The inbox to give to a channel that starts now.</summary>
    IChannelInbox Open();

    /// <summary>Refuses what a channel that was stopped still brings.</summary>
    void Close();
}
