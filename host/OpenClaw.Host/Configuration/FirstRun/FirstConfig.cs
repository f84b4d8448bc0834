using System.Buffers;
using System.Security.Cryptography;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Storage;

namespace OpenClaw.Host.Configuration.FirstRun;

/// <summary>Writes the configuration of a fresh machine: a local gateway on loopback with a token nobody else knows.</summary>
internal static class FirstConfig
{
    private const string TokenVariable = "OPENCLAW_GATEWAY_TOKEN";
    private const int TokenBytes = 24;

    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>False, and nothing touched, when there is a file already: even one that appeared this moment.</summary>
    /// <remarks>Whoever brings a token in the environment, as containers do, keeps it: a token in the file would beat it.</remarks>
    public static async ValueTask<bool> TryWriteAsync(
        StatePaths paths, Func<string, string?>? environment = null, CancellationToken cancellationToken = default)
    {
        if (Path.Exists(paths.ConfigFile))
        {
            return false;
        }

        paths.CreateStateDirectory();
        StatePaths.CreatePrivate(Path.GetDirectoryName(paths.ConfigFile)!);
        var token = string.IsNullOrWhiteSpace(environment?.Invoke(TokenVariable)) ? NewToken() : null;
        return await AtomicFile.TryCreateAsync(paths.ConfigFile, Render(token), cancellationToken: cancellationToken);
    }

    private static ReadOnlyMemory<byte> Render(string? token)
    {
        var document = new ConfigObject();
        document.TrySet("gateway.mode", new ConfigString("local"));
        document.TrySet("gateway.port", new ConfigNumber(Model.Gateway.GatewayConfig.DefaultPort));
        document.TrySet("gateway.bind", new ConfigString("loopback"));
        document.TrySet("gateway.auth.mode", new ConfigString("token"));
        if (token is not null)
        {
            document.TrySet("gateway.auth.token", new ConfigString(token));
        }

        var buffer = new ArrayBufferWriter<byte>();
        ConfigNodeJson.Write(document, buffer, indented: true);
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}
