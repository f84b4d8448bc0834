using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Client;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Security.Setup;

namespace OpenClaw.Host.Cli.Commands.Channels;

/// <summary><c>channels login</c>: links an account by a picture to scan or a code to type, shown here.</summary>
internal sealed class ChannelsLoginCommand() : RemoteCommand("login", "Link an account of a channel with a phone", new RemoteOptions(LongestMs))
{
    private const string Start = "web.login.start";
    private const string Wait = "web.login.wait";
    private const int WaitMs = 60_000;
    private const int LongestMs = 90_000;

    private readonly Option<string?> _channel = new("--channel") { Description = "The channel; the one that has a login without it", HelpName = "id" };
    private readonly Option<string?> _account = new("--account") { Description = "The account; the default one without it", HelpName = "id" };
    private readonly Option<string?> _phone = new("--phone") { Description = "Ask for a code to type on this phone, in place of a picture to scan", HelpName = "number" };
    private readonly Option<bool> _force = new("--force") { Description = "Link anew what is linked" };

    protected override void Configure(Command command)
    {
        foreach (var option in new Option[] { _channel, _account, _phone, _force })
            command.Options.Add(option);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        await using var client = await ConnectAsync(invocation, cancellationToken, Start, Wait);
        var account = new JsonObject();
        if (invocation.Get(_channel) is { } channel)
            account["channel"] = channel;
        if (invocation.Get(_account) is { } name)
            account["accountId"] = name;
        var request = account.DeepClone().AsObject();
        if (invocation.Get(_phone) is { } phone)
            request["phone"] = phone;
        if (invocation.Get(_force))
            request["force"] = true;
        var state = await AskAsync(client, Start, request, cancellationToken);
        while (!state.IsTrueAt("connected"))
        {
            Show(invocation.Console, state);
            request = account.DeepClone().AsObject();
            request["timeoutMs"] = WaitMs;
            if (state.TextAt("qrDataUrl") is { } shown)
                request["currentQrDataUrl"] = shown;
            var next = await AskAsync(client, Wait, request, cancellationToken);
            state = Repeats(state, next) ? WithoutCode(next) : next;
        }

        if (invocation.Json)
            invocation.Console.WriteJson(JsonElement.Parse(new JsonObject { ["ok"] = true, ["connected"] = true, ["message"] = state.TextAt("message") }.ToJsonString()));
        else
            invocation.Console.Output.WriteLine(ControlText.Harmless(state.TextAt("message") ?? "Linked."));
        return ExitCodes.Success;
    }

    private static Task<JsonElement> AskAsync(GatewayClient client, string method, JsonObject parameters, CancellationToken cancellationToken) =>
        client.RequestAsync(method, JsonElement.Parse(parameters.ToJsonString()), cancellationToken: cancellationToken);

    private static bool Repeats(JsonElement before, JsonElement now) =>
        !now.IsTrueAt("connected") && before.TextAt("qrText") == now.TextAt("qrText") && before.TextAt("code") == now.TextAt("code");

    // What is on the screen already is not shown again, but the next wait must still name it.
    private static JsonElement WithoutCode(JsonElement state) =>
        JsonElement.Parse(new JsonObject { ["connected"] = false, ["qrDataUrl"] = state.TextAt("qrDataUrl"), ["qrText"] = state.TextAt("qrText"), ["code"] = state.TextAt("code"), ["shown"] = true }.ToJsonString());

    private static void Show(ICliConsole console, JsonElement state)
    {
        if (state.IsTrueAt("shown"))
            return;
        // Beside the result: what is shown is for a person, and worth nothing a minute later.
        if (state.TextAt("qrText") is { } text)
            console.Error.WriteLine(SetupQr.ForTerminal(text));
        if (state.TextAt("code") is { } code)
            console.Error.WriteLine($"Code: {ControlText.Harmless(code)}");
        console.Error.WriteLine(ControlText.Harmless(state.TextAt("message") ?? ""));
    }
}
