namespace OpenClaw.Host.Configuration.Model.Gateway;

/// <summary><c>gateway.tools</c>: tools that <c>/tools/invoke</c> may or may not call.</summary>
internal sealed record ToolInvokeConfig
{
    public IReadOnlyList<string> Allow { get; init; } = [];

    public IReadOnlyList<string> Deny { get; init; } = [];
}
