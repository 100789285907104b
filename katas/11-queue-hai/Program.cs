using System.Diagnostics;

switch (args)
{
    case ["--worker", "producer", var message]:
        Producer(message);
        break;
    case ["--worker", "consumer"]:
        Consumer();
        break;
    default:
        Queue(args[0]);
        break;
}

// Main. Your turn: start both workers, lay a queue from the producer to the consumer, and join both.
static void Queue(string message)
{
}

// Your turn: put the message into the queue.
static void Producer(string message)
{
}

// Your turn: get the item, waiting for it as long as it takes, and print it.
static void Consumer()
{
}
