using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Diagnostics.Redaction;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary>Writes settings of channels into the configuration file, which a running gateway follows.</summary>
internal static class ChannelFile
{
    private const int MaxName = 64;

    /// <exception cref="CliException">It is no name, or the file cannot be written.</exception>
    public static async Task WriteAsync(CliInvocation invocation, string verb, string channel, string? account, JsonObject? settings, CancellationToken cancellationToken)
    {
        Check("channel", channel);
        JsonNode? change = settings;
        if (account is not null)
        {
            Check("account", account);
            change = new JsonObject { ["accounts"] = new JsonObject { [account] = settings } };
        }

        invocation.RequireConfig();
        var source = new ConfigSource(ConfigLoader.Load(invocation.Paths), new SecretRegistry());
        using var metrics = new ConfigurationMetrics();
        using var writer = new ConfigWriter(invocation.Paths, source, metrics, invocation.Time, NullLogger<ConfigWriter>.Instance);
        var onDisk = ConfigLoader.Load(invocation.Paths, source.Overrides);
        var hash = await ConfigHash.OpenAsync(invocation.Paths, cancellationToken);
        try
        {
            await writer.WriteAsync(
                new ConfigChange
                {
                    Method = $"channels {verb}",
                    Author = "the command line",
                    Raw = new JsonObject { ["channels"] = new JsonObject { [channel] = change } }.ToJsonString(),
                    BaseHash = hash.Compute(onDisk.Bytes.Span),
                    IsPatch = true,
                },
                cancellationToken);
        }
        catch (ConfigWriteException error)
        {
            throw new CliException(error.Message);
        }
    }

    public static string NameOf(string channel, string? account) => account is null ? channel : $"{channel}/{account}";

    public static void Report(CliInvocation invocation, string channel, string? account, string done)
    {
        if (invocation.Json)
            invocation.Console.WriteJson(JsonElement.Parse(new JsonObject { ["ok"] = true, ["channel"] = channel, ["accountId"] = account }.ToJsonString()));
        else
            invocation.Console.Output.WriteLine(done);
    }

    private static void Check(string what, string name)
    {
        if (name.Length is 0 or > MaxName || !name.All(static sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '-' or '_'))
            throw new CliException($"\"{name}\" is no {what}: its name has 1 to {MaxName} of a-z 0-9 _ -");
    }
}
