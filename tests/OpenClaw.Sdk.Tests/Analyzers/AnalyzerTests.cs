namespace OpenClaw.Sdk.Tests.Analyzers;

public sealed class AnalyzerTests
{
    public static TheoryData<string> Ids => [.. Snippets.Rules.Select(static rule => rule.Descriptor.Id)];

    [Fact]
    public void The_document_lists_the_rules_by_their_titles() => Assert.Equal(
        Snippets.Rules.OrderBy(static rule => rule.Descriptor.Id, StringComparer.Ordinal).Select(static rule => $"{rule.Descriptor.Id} {rule.Descriptor.Title}"),
        AnalyzerDocument.Titles.OrderBy(static title => title.Key, StringComparer.Ordinal).Select(static title => $"{title.Key} {title.Value}"));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_the_document_warns_of_is_reported(string id) =>
        Assert.Equal([id], await Snippets.ReportedAsync(AnalyzerDocument.Example(id, "Not")));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task What_the_document_offers_instead_is_not(string id) =>
        Assert.Empty(await Snippets.ReportedAsync(AnalyzerDocument.Example(id, "Instead")));

    [Theory]
    [InlineData("OC0001", "Message? Read(string text) => JsonSerializer.Deserialize<Message>(text, new JsonSerializerOptions());")]
    [InlineData("OC0001", "Task<Message?> Read(HttpClient http) => http.GetFromJsonAsync<Message>(\"x\");")]
    [InlineData("OC0005", "CancellationTokenSource? _both; void Link(CancellationToken token) => _both = CancellationTokenSource.CreateLinkedTokenSource(token);")]
    [InlineData("OC0006", "Task Pause(CancellationToken token) => Task.Delay(Timeout.Infinite, token);")]
    [InlineData("OC0006", "object Begin() => new Timer(_ => Stop());")]
    [InlineData("OC0007", "void Begin() => new Thread(Stop).Start();")]
    [InlineData("OC0007", "void Begin() => Task.Factory.StartNew(Stop);")]
    [InlineData("OC0008", "void Begin() => TaskScheduler.UnobservedTaskException += (_, _) => Stop();")]
    [InlineData("OC0008", "void Begin() => Console.CancelKeyPress += (_, _) => Stop();")]
    [InlineData("OC0009", "void Begin(IObserver<DiagnosticListener> observer) => DiagnosticListener.AllListeners.Subscribe(observer);")]
    [InlineData("OC0009", "void Begin() => ActivitySource.AddActivityListener(new ActivityListener() is var made ? made : made);")]
    [InlineData("OC0012", "void Begin(List<int> list) => list.ForEach(async _ => await WorkAsync(default));")]
    [InlineData("OC0013", "int Read(Task<int> task) => task.Result;")]
    [InlineData("OC0013", "void Begin() => Thread.Sleep(1);")]
    [InlineData("OC0013", "void Begin(SemaphoreSlim gate) => gate.Wait();")]
    [InlineData("OC0014", "static readonly ConcurrentDictionary<string, int> Seen = new();")]
    [InlineData("OC0014", "static string? Last { get; set; }")]
    public async Task Other_forms_are_reported(string id, string members) => Assert.Equal([id], await Snippets.ReportedAsync(members));

    [Theory]
    [InlineData("JsonNode? Read(string text) => JsonSerializer.Deserialize<JsonNode>(text);")]
    [InlineData("async Task<int> Count() => await Task.Run(() => 1).ConfigureAwait(false);")]
    [InlineData("void Watch(CancellationToken token) { var registration = token.Register(Stop); registration.Dispose(); }")]
    [InlineData("CancellationTokenRegistration Watch(CancellationToken token) => token.Register(Stop);")]
    [InlineData("const int Most = 3; static readonly string[] Names = { \"a\" };")]
    [InlineData("Task Pause(CancellationToken token) => Task.Delay(TimeSpan.FromSeconds(1), scope.Clock, token);")]
    [InlineData("event Action? Changed; void Begin() => Changed += Stop;")]
    public async Task Ordinary_code_is_left_alone(string members) => Assert.Empty(await Snippets.ReportedAsync(members));
}
