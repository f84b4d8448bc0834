using OpenClaw.Host.Plugins.Crashes;
using OpenClaw.Host.Plugins.Discovery;
using OpenClaw.Host.Plugins.Lifecycle;

namespace OpenClaw.Host.Tests.Plugins.Crashes;

public sealed class SafeModeTests : IDisposable
{
    private readonly TemporaryDirectory _state = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _state.Dispose();

    private string File => _state["boot/crashes.json"];

    [Fact]
    public void A_stop_in_order_leaves_no_marker_and_an_end_without_one_does()
    {
        var path = _state["boot/running"];
        var first = new BootMarker(path);
        Assert.Null(first.Open());
        first.SlotOf("one", PluginOrigin.User).Enter();
        first.Close();

        var second = new BootMarker(path);
        Assert.Null(second.Open());
        var slot = second.SlotOf("one", PluginOrigin.User);
        slot.Enter();
        second.SlotOf("two", PluginOrigin.User);

        Assert.Equal(["one"], new BootMarker(path).Open()!.Suspects);
    }

    [Fact]
    public void A_plugin_that_had_left_is_no_suspect_even_when_it_was_the_only_stranger()
    {
        Assert.Empty(LastEnd.Of([("one", BootSlot.Idle, false), ("two", BootSlot.Idle, false)]).Suspects);
        Assert.Empty(LastEnd.Of([("one", BootSlot.Idle, false), ("shipped", BootSlot.Inside, true)]).Suspects);
        Assert.Equal(["two"], LastEnd.Of([("one", BootSlot.Idle, false), ("two", BootSlot.Inside, false)]).Suspects);
    }

    [Fact]
    public void A_marker_of_another_boot_of_the_machine_is_nobodys_crash()
    {
        var path = _state["boot/running"];
        Directory.CreateDirectory(_state["boot"]);
        System.IO.File.WriteAllText(path, "openclaw boot 00000000-0000-0000-0000-000000000000".PadRight(BootSlot.Length - 1) + "\n");

        using var marker = new BootMarker(path);

        Assert.Null(marker.Open());
    }

    [Fact]
    [Trait("Threat", "PLG-14")]
    public void Three_crashes_within_ten_minutes_hold_the_plugin_that_was_in_all_of_them()
    {
        var ledger = new CrashLedger(File, _clock);
        Assert.Empty(ledger.Add(new LastEnd(["one", "two"])).Held);
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Empty(ledger.Add(new LastEnd(["one"])).Held);
        _clock.Advance(TimeSpan.FromMinutes(7));
        Assert.Empty(ledger.Add(new LastEnd(["one"])).Held);
        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(["one"], ledger.Add(new LastEnd(["one"])).Held.Keys);
        Assert.Empty(ledger.Read().Crashes);
    }

    [Fact]
    [Trait("Threat", "PLG-14")]
    public void Five_crashes_of_nobody_lead_to_safe_mode_until_they_are_old()
    {
        var ledger = new CrashLedger(File, _clock);
        for (var crash = 0; crash < 4; crash++)
            Assert.Null(CrashLedger.SafeModeReason(ledger.Add(new LastEnd([]))));

        Assert.Contains("crashed 5 times", CrashLedger.SafeModeReason(ledger.Add(new LastEnd([]))), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(CrashLedger.SafeModeReason(ledger.Add(new LastEnd([]))));
    }

    [Fact]
    public async Task Safe_mode_loads_only_what_ships_with_the_gateway()
    {
        await using var plugins = new PluginTestHost { SafeMode = new SafeMode(new CrashLedger(File, _clock), asked: true) };
        using var shipped = new TemporaryDirectory();
        PluginTestHost.Install("dependencyv1", shipped.Path);
        PluginTestHost.Install("good", plugins.UserRoot);
        plugins.Roots.AddRange([new PluginRoot(shipped.Path, PluginOrigin.Shipped), new PluginRoot(plugins.UserRoot, PluginOrigin.User)]);

        await plugins.StartAsync();

        plugins.AssertRuns("dependencyv1");
        Assert.Equal(PluginState.Disabled, plugins.Status("good").State);
        Assert.Contains("started with --safe-mode", plugins.Status("good").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reload_lets_a_held_plugin_run_at_the_next_start_too()
    {
        var ledger = new CrashLedger(File, _clock);
        for (var crash = 0; crash < 3; crash++)
            ledger.Add(new LastEnd(["one"]));

        ledger.Release("one");

        Assert.False(System.IO.File.Exists(File));
    }
}
