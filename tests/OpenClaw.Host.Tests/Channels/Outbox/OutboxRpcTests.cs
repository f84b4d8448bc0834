using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Channels;
using OpenClaw.Host.Channels.Outbox.Rpc;
using OpenClaw.Host.Channels.Outbox.Sending;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Tests.Agents.Fakes;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Tests.Channels.Outbox;

public sealed class OutboxRpcTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    [Fact]
    public async Task Send_answers_with_the_receipt_and_a_repeated_key_gets_the_same_one()
    {
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path);
        const string Request = """{"to":"fake:c9","message":"hello","idempotencyKey":"k1"}""";
        var first = await AskAsync(outbox, "send", Request);
        var second = await AskAsync(outbox, "send", Request);

        Assert.Equal("""{"runId":"k1","messageId":"m1","channel":"fake","chatId":"c9"}""", first.GetRawText());
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal("c9", Assert.Single(outbox.Sender.Shown).Chat);
    }

    [Fact]
    public async Task A_key_is_good_for_one_message_also_after_a_restart()
    {
        var sender = new FakeSender();
        await using (var first = await OutboxFixture.RunAsync(_directory.Path, sender))
            await AskAsync(first, "send", """{"to":"c9","message":"hello","idempotencyKey":"k1"}""");
        await using var second = await OutboxFixture.RunAsync(_directory.Path, sender);
        var again = await AskAsync(second, "send", """{"to":"c9","message":"hello","idempotencyKey":"k1"}""");
        var error = await RefusedAsync(second, "send", """{"to":"c9","message":"other","idempotencyKey":"k1"}""");

        Assert.Equal("m1", again.GetProperty("messageId").GetString());
        Assert.Contains("already used for a different message", error.Message, StringComparison.Ordinal);
        Assert.Single(sender.Shown);
    }

    [Fact]
    public async Task A_key_of_one_caller_is_free_for_another()
    {
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path);
        await AskAsync(outbox, "send", """{"to":"c9","message":"mine","idempotencyKey":"k1"}""");
        await AskAsync(outbox, "send", """{"to":"c9","message":"theirs","idempotencyKey":"k1"}""", AgentFixture.CallerOf("c2") with { DeviceId = "other" });

        Assert.Equal(["mine", "theirs"], outbox.Sender.Shown.Select(static one => one.Text));
    }

    [Theory]
    [InlineData("""{"to":"1","message":"hi","channel":"nosuchchannel","idempotencyKey":"s"}""", "unsupported channel: nosuchchannel")]
    [InlineData("""{"to":"fake:1","message":"hi","channel":"other","idempotencyKey":"s"}""", "\"to\" names the channel fake, but channel is other; leave one of them out or make them the same")]
    [InlineData("""{"to":"1","message":"hi","accountId":"second","idempotencyKey":"s"}""", "unknown account second of channel fake; configured: default")]
    [InlineData("""{"to":"1","message":" ","idempotencyKey":"s"}""", "invalid send params: message must not be empty unless a file goes along")]
    [InlineData("""{"to":"1","mediaUrl":"http://127.0.0.1/x","idempotencyKey":"s"}""", "invalid send params: mediaUrl and mediaUrls are not fetched by this gateway; send the content as buffer, with filename and contentType")]
    [InlineData("""{"to":"1","buffer":"aGk=","idempotencyKey":"s"}""", "invalid send params: channel fake takes no files")]
    public async Task What_cannot_be_sent_is_refused_with_the_reason(string request, string expected)
    {
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path);
        var error = await RefusedAsync(outbox, "send", request);

        Assert.Equal((ErrorCodes.InvalidRequest, expected), (error.Error.Code, error.Message));
        Assert.Empty(await outbox.AllAsync());
    }

    [Fact]
    public async Task Without_a_configured_channel_one_has_to_be_named()
    {
        await using var outbox = await OutboxFixture.CreateAsync(_directory.Path, channels: "{}");
        var error = await RefusedAsync(outbox, "send", """{"to":"1","message":"hi","idempotencyKey":"s"}""");

        Assert.StartsWith("Error: Channel is required (no configured channels detected).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_does_not_run_takes_nothing()
    {
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, new FakeSender { Running = false });
        var error = await RefusedAsync(outbox, "send", """{"to":"1","message":"hi","idempotencyKey":"s"}""");

        Assert.Equal((ErrorCodes.Unavailable, true), (error.Error.Code, error.Error.Retryable));
        Assert.Empty(await outbox.AllAsync());
    }

    [Fact]
    public async Task A_missing_login_is_said_at_once_and_the_same_request_may_try_again()
    {
        var linked = false;
        var sender = new FakeSender { Before = (_, _) => Task.FromResult<SendOutcome?>(linked ? null : new SendNotLinked("scan the code")) };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        const string Request = """{"to":"1","message":"hi","idempotencyKey":"s"}""";
        var error = await RefusedAsync(outbox, "send", Request);
        linked = true;
        var receipt = await AskAsync(outbox, "send", Request);

        Assert.Equal(ErrorCodes.NotLinked, error.Error.Code);
        Assert.Equal("m1", receipt.GetProperty("messageId").GetString());
    }

    [Fact]
    public async Task An_unknown_outcome_is_an_error_and_stays_one()
    {
        var sender = new FakeSender { After = static (_, _) => Task.FromResult<SendOutcome>(new SendUnknown("cut off")) };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        const string Request = """{"to":"1","message":"hi","idempotencyKey":"s"}""";
        var error = await RefusedAsync(outbox, "send", Request);
        await RefusedAsync(outbox, "send", Request);

        Assert.Equal("unknown", error.Error.Details!.Value.GetProperty("state").GetString());
        Assert.Equal(1, sender.Calls);
    }

    [Fact]
    public async Task A_caller_waits_so_long_and_the_message_goes_out_later()
    {
        var open = new TaskCompletionSource();
        var sender = new FakeSender
        {
            Before = async (_, _) =>
            {
                await open.Task;
                return null;
            },
        };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        const string Request = """{"to":"1","message":"hi","idempotencyKey":"s"}""";
        var error = await outbox.Time.AdvanceUntilAsync(RefusedAsync(outbox, "send", Request), TimeSpan.FromSeconds(1));
        open.SetResult();

        Assert.Equal((ErrorCodes.Unavailable, true), (error.Error.Code, error.Error.Retryable));
        Assert.Equal("m1", (await AskAsync(outbox, "send", Request)).GetProperty("messageId").GetString());
    }

    [Fact]
    public async Task A_file_goes_out_with_its_text_as_caption()
    {
        var sender = new FakeSender();
        sender.Channel = sender.Channel with { MaxMediaBytes = 1000 };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        await AskAsync(outbox, "send", """{"to":"1","message":"look","buffer":"aGk=","filename":"/etc/hi.txt","contentType":"text/plain","idempotencyKey":"s"}""");

        Assert.Equal("<hi.txt>look", Assert.Single(sender.Shown).Text);
    }

    [Fact]
    public async Task The_dead_are_listed_and_decided_on()
    {
        var refuses = true;
        var sender = new FakeSender { Before = (_, _) => Task.FromResult<SendOutcome?>(refuses ? new SendRefused("chat_not_found", "no such chat") : null) };
        await using var outbox = await OutboxFixture.RunAsync(_directory.Path, sender);
        var (one, two) = (await outbox.PutAsync("first text"), await outbox.PutAsync("second text", "c2"));
        await outbox.EndOfAsync(one);
        await outbox.EndOfAsync(two);

        var page = await AskAsync(outbox, "outbox.list", """{"limit":1}""");
        var item = page.GetProperty("items")[0];
        Assert.Equal((two, "failed", "second text"), (item.GetProperty("id").GetInt64(), item.GetProperty("state").GetString(), item.GetProperty("preview").GetString()));
        Assert.Equal("""{"failed":2}""", page.GetProperty("counts").GetRawText());
        var next = await AskAsync(outbox, "outbox.list", $$"""{"limit":5,"cursor":{{page.GetProperty("nextCursor").GetInt64()}}}""");
        Assert.Equal(one, next.GetProperty("items")[0].GetProperty("id").GetInt64());

        refuses = false;
        await AskAsync(outbox, "outbox.retry", $$"""{"id":{{one}}}""");
        await outbox.Sender.UntilShownAsync(1);
        var dropped = await AskAsync(outbox, "outbox.drop", $$"""{"id":{{two}}}""");
        Assert.Equal("dropped", dropped.GetProperty("item").GetProperty("state").GetString());
        var error = await RefusedAsync(outbox, "outbox.retry", $$"""{"id":{{two}}}""");
        Assert.Equal($"outbox.retry: message {two} is dropped; only failed, expired and unknown messages are sent again", error.Message);
        Assert.StartsWith("outbox.drop: no message 99", (await RefusedAsync(outbox, "outbox.drop", """{"id":99}""")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tg:123", "telegram", ChatKind.Direct, "123", null)]
    [InlineData("telegram:-100:topic:7", "telegram", ChatKind.Group, "-100", "7")]
    [InlineData("telegram:group:-100", "telegram", ChatKind.Group, "-100", null)]
    [InlineData("user:42", null, ChatKind.Direct, "42", null)]
    [InlineData("123@g.us", null, ChatKind.Direct, "123@g.us", null)]
    [InlineData("!room:server.org", null, ChatKind.Direct, "!room:server.org", null)]
    [InlineData("+15550001111", null, ChatKind.Direct, "+15550001111", null)]
    public void Targets_are_read_as_people_write_them(string text, string? channel, ChatKind kind, string chat, string? thread) =>
        Assert.Equal(new TargetText(channel, kind, chat, thread), TargetText.Parse(text, static word => word == "telegram"));

    public void Dispose() => _directory.Dispose();

    private static async Task<JsonElement> AskAsync(OutboxFixture outbox, string method, string parameters, RpcCaller? caller = null)
    {
        var methods = new RpcMethods();
        outbox.Create<SendRpc>().Register(methods);
        outbox.Create<OutboxRpc>().Register(methods);
        var answers = new RpcAnswers();
        var call = new RpcCall("r1", method, caller ?? AgentFixture.CallerOf("c1"), answers);
        await methods.Freeze()[method].Handler(call, Encoding.UTF8.GetBytes(parameters), CancellationToken.None).AsTask().WaitAsync(OutboxFixture.Patience);
        return answers.Last;
    }

    private static async Task<RpcException> RefusedAsync(OutboxFixture outbox, string method, string parameters) =>
        await Assert.ThrowsAsync<RpcException>(() => AskAsync(outbox, method, parameters));
}
