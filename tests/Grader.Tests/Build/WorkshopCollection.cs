using Xunit;

namespace Grader.Tests.Build;

/// <summary>All tests that build share one warm compiler.</summary>
[CollectionDefinition(nameof(Workshop))]
public sealed class WorkshopCollection : ICollectionFixture<Workshop>;
