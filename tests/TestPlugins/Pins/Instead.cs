using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using OpenClaw.Plugins;

namespace OpenClaw.TestPlugins;

/// <summary>For each habit what the manual tells authors to do instead.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "The scope disposes.")]
internal static class Instead
{
    public static void Do(string habit, IPluginScope scope)
    {
        switch (habit)
        {
            case "timer":
                scope.Clock.CreateTimer(static _ => BadHabits.Ticks++, null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
                break;
            case "periodic-timer":
                scope.Run("loop", async token =>
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromHours(1), scope.Clock);
                    while (await timer.WaitForNextTickAsync(token))
                        BadHabits.Ticks++;
                });
                break;
            case "endless-task":
                scope.Run("delay", token => Task.Delay(TimeSpan.FromDays(1), scope.Clock, token));
                break;
            case "blocked-thread":
                var stopping = scope.Stopping;
                new Thread(() => stopping.WaitHandle.WaitOne()) { IsBackground = true, Name = "pins-waits" }.Start();
                break;
            case "socket-accept":
                scope.Run("accept", AcceptAsync);
                break;
            case "process-exit" or "unhandled-exception" or "unobserved-task" or "cancel-key" or "assembly-resolve":
                scope.OnStopping(static _ =>
                {
                    BadHabits.Ticks++;
                    return Task.CompletedTask;
                });
                break;
            case "activity-listener":
                var activities = new ActivityListener { ShouldListenTo = static source => source.Name == "nobody" };
                ActivitySource.AddActivityListener(activities);
                End(scope, activities);
                break;
            case "meter-listener":
                var meters = new MeterListener { InstrumentPublished = static (_, _) => BadHabits.Ticks++ };
                meters.Start();
                End(scope, meters);
                break;
            case "diagnostic-listener":
                End(scope, DiagnosticListener.AllListeners.Subscribe(new Observer()));
                break;
            case "observable-instrument":
                var meter = new Meter("pins");
                meter.CreateObservableGauge("pins", static () => BadHabits.Ticks);
                End(scope, meter);
                break;
            case "gc-handle":
                var handle = GCHandle.Alloc(new Observer());
                scope.OnStopping(_ =>
                {
                    handle.Free();
                    return Task.CompletedTask;
                });
                break;
            case "dynamic":
                BadHabits.Ticks += new Observer().Number;
                break;
        }
    }

    private static void End(IPluginScope scope, IDisposable one) => scope.OnStopping(_ =>
    {
        one.Dispose();
        return Task.CompletedTask;
    });

    private static async Task AcceptAsync(CancellationToken token)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = await listener.AcceptTcpClientAsync(token);
        BadHabits.Ticks++;
    }
}
