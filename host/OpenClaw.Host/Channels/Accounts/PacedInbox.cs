using OpenClaw.Channels;
using OpenClaw.Host.Plugins.Budgets;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>What a channel gets as its inbox: holds the messages it hands over to the limits of its plugin.</summary>
internal sealed class PacedInbox(IChannelInbox inbox, PluginCalls calls) : IChannelInbox
{
    public async ValueTask<InboundReceipt> AcceptAsync(InboundMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await calls.PaceAsync(cancellationToken);
        }
        catch (PluginLimitException exception)
        {
            // In the words of the contract: the platform keeps the message, and the channel may hand it over later.
            throw new ChannelException(exception.Message) { IsTransient = true };
        }

        return await inbox.AcceptAsync(message, cancellationToken);
    }
}
