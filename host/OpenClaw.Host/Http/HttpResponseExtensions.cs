using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace OpenClaw.Host.Http;

/// <summary>Writes the short constant bodies of this surface.</summary>
internal static class HttpResponseExtensions
{
    public static Task WriteTextAsync(this HttpResponse response, int status, string text) =>
        WriteAsync(response, status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static Task WriteJsonAsync(this HttpResponse response, int status, ReadOnlyMemory<byte> json) =>
        WriteAsync(response, status, "application/json; charset=utf-8", json);

    public static Task WriteMethodNotAllowedAsync(this HttpResponse response)
    {
        response.Headers.Allow = "GET, HEAD";
        return response.WriteTextAsync(StatusCodes.Status405MethodNotAllowed, "Method Not Allowed");
    }

    private static Task WriteAsync(HttpResponse response, int status, string contentType, ReadOnlyMemory<byte> body)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (response.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
        {
            // Nobody reads the body here, and what cannot be told from a further request must not become one.
            response.Headers.Connection = "close";
        }

        return HttpMethods.IsHead(response.HttpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, response.HttpContext.RequestAborted).AsTask();
    }
}
