using System.Text.Json;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>Something this machine does when a gateway asks for it.</summary>
internal interface INodeCommand
{
    string Name { get; }

    /// <exception cref="NodeCommandException">It cannot be done, or not like this.</exception>
    ValueTask<JsonElement> RunAsync(JsonElement parameters, CancellationToken cancellationToken);
}
