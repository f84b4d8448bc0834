using OpenClaw.Plugins;

namespace OpenClaw.Abstractions.Tests.ThirdParty;

/// <summary>Background work that takes everything from its scope.</summary>
internal sealed class LampService(IPluginScope scope, LampBoard board) : IPluginService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        scope.Run("glow", token =>
        {
            board.Shown.Enqueue($"glow {scope.Plugin.Id}");
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
