using OpenClaw.Channels.Tests.Gateway;
using OpenClaw.Channels.Tests.WhatsApp.Fake;
using OpenClaw.Client;
using OpenClaw.Host.IntegrationTests.Hosting;

namespace OpenClaw.Channels.Tests.WhatsApp;

/// <summary>Linking an account, and taking the link away, as people and clients do it.</summary>
public sealed class WhatsAppLoginTests
{
    [Fact]
    public async Task A_code_in_the_terminal_is_scanned_and_the_account_answers_at_once()
    {
        await using var whatsapp = new FakeWhatsApp(linked: false);
        using var folder = WhatsAppFolders.For(whatsapp, WhatsAppFolders.Listed);
        await using var gateway = await RunningGateway.StartAsync(folder);
        Assert.Equal(0, whatsapp.Starts);
        var login = gateway.CliAsync("channels", "login", "--channel", "whatsapp");
        await whatsapp.AskedAsync("start");
        await whatsapp.ShowQrAsync("https://wa.me/settings/linked_devices#second");
        await whatsapp.ScanAsync();

        var (exit, output) = await login;

        Assert.True(exit == 0, output);
        Assert.Contains("█", output, StringComparison.Ordinal);
        Assert.Contains("WhatsApp is linked.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("linked_devices", gateway.Written, StringComparison.Ordinal);
        await whatsapp.SayAsync(WhatsAppPeople.Direct(WhatsAppPeople.Id(11), "hello"));
        await whatsapp.UntilSentAsync(static sent => sent.Count == 1);
    }

    [Fact]
    public async Task A_code_to_type_is_asked_for_once()
    {
        await using var whatsapp = new FakeWhatsApp(linked: false);
        using var folder = WhatsAppFolders.For(whatsapp);
        await using var gateway = await RunningGateway.StartAsync(folder);
        var login = gateway.CliAsync("channels", "login", "--channel", "wa", "--phone", "+1 555 000 9999");
        Assert.Equal("15550009999", (await whatsapp.AskedAsync("pairingCode")).Text("phone"));
        await whatsapp.ShowQrAsync("https://wa.me/settings/linked_devices#second");
        await whatsapp.ScanAsync();

        var (exit, output) = await login;

        Assert.True(exit == 0, output);
        Assert.Contains("Code: ABCD-2345", output, StringComparison.Ordinal);
        Assert.Single(whatsapp.Requests, static one => one.Op == "pairingCode");
    }

    [Fact]
    public async Task A_client_sees_pictures_follow_each_other_until_the_account_is_linked()
    {
        await using var whatsapp = new FakeWhatsApp(linked: false);
        using var folder = WhatsAppFolders.For(whatsapp);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();

        var first = await talk.AskAsync("web.login.start");
        var again = await talk.AskAsync("web.login.start", new() { ["channel"] = "whatsapp" });
        var waiting = talk.AskAsync("web.login.wait", new() { ["currentQrDataUrl"] = first.GetProperty("qrDataUrl").GetString() });
        await whatsapp.ShowQrAsync("https://wa.me/settings/linked_devices#second");
        var second = await waiting;
        waiting = talk.AskAsync("web.login.wait", new() { ["currentQrDataUrl"] = second.GetProperty("qrDataUrl").GetString() });
        await whatsapp.ScanAsync();
        var last = await waiting;

        Assert.StartsWith("data:image/png;base64,iVBOR", first.GetProperty("qrDataUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal(first.GetProperty("qrDataUrl").GetString(), again.GetProperty("qrDataUrl").GetString());
        Assert.False(second.GetProperty("connected").GetBoolean());
        Assert.NotEqual(first.GetProperty("qrDataUrl").GetString(), second.GetProperty("qrDataUrl").GetString());
        Assert.True(last.GetProperty("connected").GetBoolean());
        Assert.Equal(1, whatsapp.Starts);
        var account = await AccountAsync(talk, static one => one.GetProperty("connected").GetBoolean());
        Assert.Equal(("ready", "linked", "healthy"), (account.GetProperty("lifecycle").GetString(), account.GetProperty("statusState").GetString(), account.GetProperty("healthState").GetString()));
    }

    [Fact]
    public async Task Without_a_link_sends_say_what_to_do()
    {
        await using var whatsapp = new FakeWhatsApp(linked: false);
        using var folder = WhatsAppFolders.For(whatsapp);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        var account = await AccountAsync(talk, static one => one.GetProperty("lifecycle").GetString() == "blocked");

        var refused = await Assert.ThrowsAsync<GatewayRequestException>(
            () => talk.AskAsync("send", new() { ["to"] = "whatsapp:+15550001001", ["message"] = "hello", ["idempotencyKey"] = "k1" }));

        Assert.Equal("NOT_LINKED", refused.Error.Code);
        Assert.Contains("No active WhatsApp Web listener", refused.Error.Message, StringComparison.Ordinal);
        Assert.Contains("openclaw channels login --channel whatsapp --account default", refused.Error.Message, StringComparison.Ordinal);
        Assert.Equal((false, "not-linked"), (account.GetProperty("linked").GetBoolean(), account.GetProperty("statusState").GetString()));
        Assert.Equal(0, whatsapp.Starts);
    }

    [Fact]
    public async Task A_phone_that_logs_the_device_out_stops_the_account_until_it_is_linked_again()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        await whatsapp.UntilAsync(() => whatsapp.Starts == 1 && whatsapp.Bridge.IsOpen);
        await whatsapp.CloseAsync(401, "Stream Errored (conflict)", loggedOut: true);

        var account = await AccountAsync(talk, static one => one.TryGetProperty("healthState", out var health) && health.GetString() == "logged-out");
        Assert.Equal((false, false, "blocked", "not-linked", true), (
            account.GetProperty("running").GetBoolean(), account.GetProperty("connected").GetBoolean(), account.GetProperty("lifecycle").GetString(),
            account.GetProperty("statusState").GetString(), account.GetProperty("linked").GetBoolean()));
        Assert.True(account.GetProperty("terminalDisconnect").GetBoolean());
        Assert.Equal((401, true), (account.GetProperty("lastDisconnect").GetProperty("status").GetInt32(), account.GetProperty("lastDisconnect").GetProperty("loggedOut").GetBoolean()));
        Assert.Equal(1, whatsapp.Starts);
        var login = gateway.CliAsync("channels", "login", "--channel", "whatsapp");
        await whatsapp.AskedAsync("start", 2);
        Assert.False(whatsapp.IsLinked);
        await whatsapp.ScanAsync();
        Assert.Equal(0, (await login).Code);
    }

    [Fact]
    public async Task A_logout_forgets_the_account_and_a_login_brings_it_back()
    {
        await using var whatsapp = new FakeWhatsApp();
        using var folder = WhatsAppFolders.For(whatsapp);
        await using var gateway = await RunningGateway.StartAsync(folder);
        await whatsapp.UntilAsync(() => whatsapp.Starts == 1 && whatsapp.Bridge.IsOpen);
        await whatsapp.UntilAsync(() => whatsapp.Requests.Count > 0);
        await using var talk = await gateway.ConnectAsync();
        await AccountAsync(talk, static one => one.GetProperty("connected").GetBoolean());

        var (exit, output) = await gateway.CliAsync("channels", "logout", "--channel", "whatsapp");

        Assert.True(exit == 0, output);
        Assert.False(whatsapp.IsLinked);
        Assert.Contains(whatsapp.Requests, static one => one.Op == "logout");
        var login = gateway.CliAsync("channels", "login", "--channel", "whatsapp");
        await whatsapp.AskedAsync("start", 2);
        await whatsapp.ScanAsync();
        (exit, output) = await login;
        Assert.True(exit == 0, output);
    }

    internal static async Task<System.Text.Json.JsonElement> AccountAsync(GatewayTalk talk, Func<System.Text.Json.JsonElement, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var account = (await talk.AskAsync("channels.status")).GetProperty("channelAccounts").GetProperty("whatsapp")[0];
            if (isSo(account))
                return account;
            await Task.Delay(50, patience.Token);
        }
    }
}
