using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Channels.Inbox;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Channels.Turns;

/// <summary>Reads the words for the gateway in a message, with the rights of its sender.</summary>
internal sealed class TurnCommands(CommandReader reader, IConfigSource configuration)
{
    public ParsedMessage Read(InboxRow row, SessionAddress? session) => reader.Read(
        session?.AgentId ?? configuration.Current.Agents.DefaultAgent.Id,
        row.Message.Text,
        name => CommandRights.MayGive(name, row.Message, row.Account.Channel, configuration.Current.Raw));

    /// <summary>The messages without what their sender chose in them.</summary>
    public (IReadOnlyList<InboxRow> Rows, InlineDirectives? Inline) WithoutDirectives(IReadOnlyList<InboxRow> rows, SessionAddress session)
    {
        var plain = new List<InboxRow>(rows.Count);
        InlineDirectives? all = null;
        foreach (var row in rows)
        {
            var inline = Read(row, session).Inline;
            plain.Add(inline is null ? row : row with { Message = row.Message with { Text = inline.Text } });
            all = all?.Before(inline) ?? inline;
        }

        return (plain, all);
    }

    public CommandGiver GiverOf(InboxRow row)
    {
        var isOwner = CommandRights.IsOwner(row.Message, row.Account.Channel, configuration.Current.Raw);
        return new CommandGiver(WhoIs(row), isOwner, isOwner ? ApproverOf(row) : null);
    }

    // Owners are administrators, wherever they write.
    private static RpcCaller ApproverOf(InboxRow row) => new()
    {
        ConnectionId = $"channel {row.Account}",
        Role = Roles.Operator,
        Scopes = [OperatorScopes.Admin],
        Protocol = ProtocolVersions.V4,
        ClientId = $"{row.Account.Channel}:{row.Message.SenderId}",
        ClientMode = "channel",
    };

    private static string WhoIs(InboxRow row) =>
        $"You write as {row.Message.SenderLabel} ({row.Account.Channel}:{row.Message.SenderId}) to account {row.Account.Account}.";
}
