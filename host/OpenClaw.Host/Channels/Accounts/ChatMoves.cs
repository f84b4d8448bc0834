using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenClaw.Host.Channels.Admission;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Accounts;

/// <summary>
/// Follows groups that go on under another id: what the file says of the old one (<c>groups</c>) is written under the new one, or the group
/// would be a stranger from one message to the next. <c>configWrites: false</c> keeps the file as it is.
/// </summary>
internal sealed partial class ChatMoves(
    ChannelBoard board, ILogger<ChatMoves> logger, StatePaths? paths = null, ConfigSource? source = null, ConfigWriter? writer = null,
    ConfigActivation? activation = null)
{
    private const string Groups = "groups";
    private const string Accounts = "accounts";

    /// <summary>What a message says of such a move, from the chat it came from: under which id the chat was known, and is known.</summary>
    public static (string Former, string Next)? Of(string chatId, JsonElement facts) =>
        facts.Text("formerChatId") is { Length: > 0 } former ? (former, chatId)
        : facts.Text("nextChatId") is { Length: > 0 } next ? (chatId, next)
        : null;

    /// <summary>Never throws but at the end of the gateway: a file that cannot be written is a line of the log.</summary>
    public async ValueTask MovedAsync(AccountKey account, string former, string next, CancellationToken cancellationToken)
    {
        if (paths is null || source is null || writer is null || former == next)
            return;
        var settings = board.AccountOf(account.Channel, account.Account).Settings;
        var groups = settings.Member(Groups);
        if (groups.Member(former).ValueKind != JsonValueKind.Object || groups.Member(next).ValueKind != JsonValueKind.Undefined)
            return;
        if (settings.Flag("configWrites") == false)
        {
            LogNotWritten(logger, account.ToString(), former, next, "configWrites is false");
            return;
        }

        try
        {
            await WriteAsync(account, former, next, paths, source, writer, cancellationToken);
        }
        catch (Exception error) when (error is ConfigWriteException or IOException or UnauthorizedAccessException)
        {
            LogNotWritten(logger, account.ToString(), former, next, error.Message);
        }
    }

    private async ValueTask WriteAsync(
        AccountKey account, string former, string next, StatePaths from, ConfigSource known, ConfigWriter file, CancellationToken cancellationToken)
    {
        // As the file has it, with its placeholders: what they stand for must not be written down.
        var onDisk = ConfigLoader.Load(from, known.Overrides);
        if (onDisk.Parsed?["channels"] is not ConfigObject channels || channels[account.Channel] is not ConfigObject channel)
            return;
        var own = (channel[Accounts] as ConfigObject)?.Properties.FirstOrDefault(one => string.Equals(one.Name, account.Account, StringComparison.OrdinalIgnoreCase));
        var isOwn = own?.Value is ConfigObject ofAccount && ofAccount[Groups] is ConfigObject;
        var groups = (isOwn ? ((ConfigObject)own!.Value)[Groups] : channel[Groups]) as ConfigObject;
        if (groups?[former] is not { } entry || groups[next] is not null)
            return;
        string[] path = isOwn ? ["channels", account.Channel, Accounts, own!.Name, Groups] : ["channels", account.Channel, Groups];
        var hash = await ConfigHash.OpenAsync(from, cancellationToken);
        var written = await file.WriteAsync(
            new ConfigChange
            {
                Method = "channels.migrate",
                Author = $"channel {account}",
                Raw = PatchOf(path, former, next, entry.ToJsonElement()),
                BaseHash = hash.Compute(onDisk.Bytes.Span),
                IsPatch = true,
                ReplacePaths = [string.Join('.', path)],
            },
            cancellationToken);
        activation?.Activate(written.Result, written.Hash);
        LogFollowed(logger, account.ToString(), former, next);
    }

    private static string PatchOf(string[] path, string former, string next, JsonElement entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            foreach (var name in path)
            {
                writer.WriteStartObject();
                writer.WritePropertyName(name);
            }

            writer.WriteStartObject();
            writer.WriteNull(former);
            writer.WritePropertyName(next);
            entry.WriteTo(writer);
            for (var open = 0; open <= path.Length; open++)
                writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    [LoggerMessage(8607, LogLevel.Information, "Group {Former} of account {Account} goes on as {Next}; its entry in the configuration was moved.")]
    private static partial void LogFollowed(ILogger logger, string account, string former, string next);

    [LoggerMessage(8608, LogLevel.Warning, "Group {Former} of account {Account} goes on as {Next}. Write its entry in groups under the new id: {Reason}.")]
    private static partial void LogNotWritten(ILogger logger, string account, string former, string next, string reason);
}
