using System.Collections.Concurrent;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Grader.Tests.Specs;

/// <summary>Keeps what a test case says to xunit.</summary>
internal sealed class SpyBus : IMessageBus
{
    public ConcurrentQueue<IMessageSinkMessage> Messages { get; } = [];

    public bool QueueMessage(IMessageSinkMessage message)
    {
        Messages.Enqueue(message);
        return true;
    }

    public void Dispose()
    {
    }
}
