namespace OpenClaw.Agents.Offline;

/// <summary>What a person is told who talks to the offline provider: that it is no model, and how to get one.</summary>
internal static class SetupGuide
{
    public const string Reminder = "(offline/echo is no language model. Write help for what it understands.)";

    public const string Introduction = """
        I am offline/echo, the built-in stand-in: no language model, no network, no key. I only repeat what you write, so that you can see the gateway, its channels and its tools work. Write help for the phrases I understand.

        To talk to a real model, add one to openclaw.json, for example a local Ollama:

        ```json
        {
          "models": {
            "providers": {
              "ollama": {
                "api": "openai-completions",
                "baseUrl": "http://127.0.0.1:11434/v1",
                "models": [{ "id": "llama3.2", "name": "Llama 3.2" }]
              }
            }
          },
          "agents": { "defaults": { "model": "ollama/llama3.2" } }
        }
        ```

        Any service with an OpenAI-compatible address works the same way; put its key into "apiKey".
        """;

    public const string Phrases = """
        Each phrase fills a line of its own:

        - `use tool <name> with {json}` calls a tool; several lines call several at once
        - `say <n> words` answers with n words
        - `wait <n>s` or `wait <n>ms` is silent first
        - `fail with <kind>` fails; `fail 2 times with <kind>` is answered at the third attempt; `after <n> words` and `retry after <n>s` may follow
        - `cut the stream` or `cut the stream after <n> words` ends without an ending
        - `refuse to answer` refuses

        Kinds: authentication, rate_limited, overloaded, network, context_overflow, content_filtered, invalid_request, malformed_response, quota_exceeded, unknown.
        """;
}
