using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace OpenClaw.TestPlugins;

/// <summary>Every pattern that is known to hold a plugin for the life of the process.</summary>
[SuppressMessage("Reliability", "CA2000", Justification = "Never disposing is the habit.")]
internal static class BadHabits
{
    public static void Do(string habit)
    {
        switch (habit)
        {
            case "timer":
                Kept = new Timer(static _ => Ticks++, null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
                break;
            case "periodic-timer":
                _ = LoopAsync();
                break;
            case "endless-task":
                _ = DelayAsync();
                break;
            case "blocked-thread":
                new Thread(static () => Thread.Sleep(Timeout.Infinite)) { IsBackground = true, Name = "pins-blocked" }.Start();
                break;
            case "socket-accept":
                var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                _ = AcceptAsync(listener);
                break;
            case "process-exit":
                AppDomain.CurrentDomain.ProcessExit += static (_, _) => Ticks++;
                break;
            case "unhandled-exception":
                AppDomain.CurrentDomain.UnhandledException += static (_, _) => Ticks++;
                break;
            case "assembly-resolve":
                AssemblyLoadContext.Default.Resolving += static (_, _) => null;
                break;
            case "unobserved-task":
                TaskScheduler.UnobservedTaskException += static (_, _) => Ticks++;
                break;
            case "cancel-key":
                Console.CancelKeyPress += static (_, _) => Ticks++;
                break;
            case "activity-listener":
                ActivitySource.AddActivityListener(new ActivityListener { ShouldListenTo = static source => source.Name == "nobody" });
                break;
            case "meter-listener":
                var meters = new MeterListener { InstrumentPublished = static (_, _) => Ticks++ };
                meters.Start();
                break;
            case "diagnostic-listener":
                DiagnosticListener.AllListeners.Subscribe(new Observer());
                break;
            case "observable-instrument":
                new Meter("pins").CreateObservableGauge("pins", static () => Ticks);
                break;
            case "gc-handle":
                GCHandle.Alloc(new Observer());
                break;
            case "dynamic":
                dynamic value = new Observer();
                Ticks += value.Number;
                break;
        }
    }

    public static int Ticks { get; set; }

    /// <summary>Else its finalizer would stop the timer.</summary>
    public static object? Kept { get; set; }

    private static async Task LoopAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync())
            Ticks++;
    }

    private static async Task DelayAsync()
    {
        await Task.Delay(TimeSpan.FromDays(1));
        Ticks++;
    }

    private static async Task AcceptAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        Ticks++;
    }
}
