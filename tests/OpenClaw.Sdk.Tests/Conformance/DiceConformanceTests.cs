using OpenClaw.Testing;

namespace OpenClaw.Sdk.Tests.Conformance;

public sealed class DiceConformanceTests : ToolPluginConformance
{
    protected override string Folder => PluginFolder.Named("Dice");

    protected override IReadOnlyList<ToolCase> Calls => [new("dice_roll", "{}"), new("dice_roll", """{"count":3,"sides":20}""")];

    protected override IReadOnlyList<ToolCase> FailingCalls => [new("dice_roll", """{"sides":1}""")];
}
