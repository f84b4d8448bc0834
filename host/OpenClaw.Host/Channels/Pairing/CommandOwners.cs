using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Channels.Pairing;

/// <summary>Makes the first person who is let in the owner of commands. Later ones never become owners this way.</summary>
internal sealed class CommandOwners(StatePaths paths, ConfigSource source, ConfigWriter writer, ConfigActivation activation)
{
    public const string Configured = "configured";
    public const string AlreadyConfigured = "already-configured";
    public const string Unavailable = "unavailable";
    public const string NotRequested = "not-requested";

    /// <returns>What became of it, in the words clients know.</returns>
    public async Task<string> AddFirstAsync(PairingRequest request, RpcCall call, CancellationToken cancellationToken)
    {
        var owner = $"{request.Channel}:{request.SenderId}";

        // What a platform calls a person must not mean anything to the reader of the file.
        if (!owner.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '.' or '_' or '-' or '+' or '@'))
        {
            return Unavailable;
        }

        var onDisk = ConfigLoader.Load(paths, source.Overrides);
        if (onDisk.Parsed?["commands"] is ConfigObject commands && commands["ownerAllowFrom"] is ConfigArray { Items.Count: > 0 })
        {
            return AlreadyConfigured;
        }

        try
        {
            var hash = await ConfigHash.OpenAsync(paths, cancellationToken);
            var written = await writer.WriteAsync(
                new ConfigChange
                {
                    Method = call.Method,
                    Author = $"{call.Caller.ClientId} on connection {call.Caller.ConnectionId}",
                    Raw = "{\"commands\":{\"ownerAllowFrom\":[\"" + owner + "\"]}}",
                    BaseHash = hash.Compute(onDisk.Bytes.Span),
                    IsPatch = true,
                },
                cancellationToken);
            activation.Activate(written, restartDelay: null, call);
            return Configured;
        }
        catch (ConfigWriteException)
        {
            return Unavailable;
        }
    }
}
