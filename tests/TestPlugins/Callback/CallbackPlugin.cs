using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

public sealed class CallbackPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder)
    {
        builder.Services.AddSingleton<Callback>();
        builder.AddBackgroundService<Callback>();
    }
}

/// <summary>Tries everything the scope offers, from inside a callback of the host's while it is stopped, and once more when it is over.</summary>
public sealed class Callback(IPluginScope scope) : IPluginService
{
    private readonly HttpClient _http = scope.CreateHttpClient();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // From inside the cancellation, on the thread that stops the plugin.
        scope.Stopping.Register(() => Try("while-stopping", withSend: false));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // A thread that does not care that it was stopped.
        new Thread(AfterTheEnd) { IsBackground = true, Name = "callback-late" }.Start();
        return Task.CompletedTask;
    }

    private void AfterTheEnd()
    {
        while (Attempt(() => scope.CreateLogger("late")) != "refused")
            Thread.Sleep(1);
        Try("after", withSend: true);
    }

    private void Try(string file, bool withSend)
    {
        List<string> lines =
        [
            $"clock: {Attempt(() => scope.Clock.CreateTimer(static _ => { }, null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan))}",
            $"http: {Attempt(() => scope.CreateHttpClient())}",
            $"logger: {Attempt(() => scope.CreateLogger("again"))}",
            $"loop: {Attempt(() => scope.Run("again", static _ => Task.CompletedTask))}",
            $"secret: {Attempt(() => scope.ProtectSecret("secret-of-the-late"))}",
            $"stopping: {Attempt(() => scope.OnStopping(static _ => Task.CompletedTask))}",
        ];
        if (withSend)
            lines.Add($"send: {Attempt(Send)}");
        var path = Path.Combine(scope.StorageDirectory, file);
        File.WriteAllLines(path + ".tmp", lines);
        File.Move(path + ".tmp", path);
    }

    private void Send()
    {
        try
        {
            _http.GetAsync(new Uri("http://127.0.0.1:9/")).GetAwaiter().GetResult();
        }
        catch (ObjectDisposedException exception)
        {
            throw new PluginStoppedException(exception.Message);
        }
    }

    private static string Attempt(Action attempt)
    {
        try
        {
            attempt();
            return "ok";
        }
        catch (PluginStoppedException)
        {
            return "refused";
        }
    }
}
