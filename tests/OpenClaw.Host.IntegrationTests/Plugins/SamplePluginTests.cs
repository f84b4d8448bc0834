using System.Globalization;
using System.Text.RegularExpressions;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Host.IntegrationTests.Plugins;

/// <summary>The samples do what their READMEs promise: build, drop into the plugins directory, use.</summary>
public sealed partial class SamplePluginTests
{
    [Fact]
    public async Task The_dice_tool_is_dropped_in_and_called_by_the_offline_agent()
    {
        using var folder = GatewayFolder.WithConfig();
        folder.AddSample("dice-tool");
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();

        var answer = await talk.ConverseAsync("""use tool dice_roll with {"count":2,"sides":6}""", "run-1");
        var refused = await talk.ConverseAsync("""use tool dice_roll with {"sides":1}""", "run-2");

        Assert.Matches(Rolled(), answer);
        var rolled = Rolled().Match(answer);
        Assert.Equal(Number(rolled, "sum"), Number(rolled, "first") + Number(rolled, "second"));
        Assert.Contains("The tool dice_roll failed: sides must be from 2 to 1000.", refused, StringComparison.Ordinal);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("The tool dice_roll answered: (?<first>[1-6]) \\+ (?<second>[1-6]) = (?<sum>[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Rolled();
}
