using System.Text.RegularExpressions;
using OpenClaw.Host.Gateway.Broadcast;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Gateway;

public sealed partial class ServedEventsTests
{
    [Fact]
    public void Hello_announces_what_the_code_of_the_gateway_sends_and_nothing_else()
    {
        var values = typeof(EventNames).GetFields().ToDictionary(static field => field.Name, static field => (string)field.GetValue(null)!, StringComparer.Ordinal);
        var named = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "host/OpenClaw.Host"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => Path.GetFileName(file) != "ServedEvents.cs" && !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Cli/", StringComparison.Ordinal))
            .SelectMany(static file => Name().Matches(File.ReadAllText(file)).Select(static match => match.Groups[1].Value))
            .Distinct()
            .Select(name => values[name]);

        Assert.Equal(named.Order(StringComparer.Ordinal), ServedEvents.For(ProtocolVersions.V4).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Older_clients_are_told_the_older_events_alone()
    {
        var older = ServedEvents.For(ProtocolVersions.V3);
        Assert.Contains(EventNames.Chat, older);
        Assert.DoesNotContain(EventNames.SessionsChanged, older);
    }

    [GeneratedRegex(@"\bEventNames\.(\w+)")]
    private static partial Regex Name();
}
