#pragma warning disable IDE0130 // The namespaces are the framework's.

namespace TestFrameworkShared
{
    public class AssertFailedException(string msg) : Exception(msg);
}

namespace nanoFramework.TestFramework
{
    public class SkipTestException(string message = null, Exception innerException = null)
        : Exception(message, innerException);
}
