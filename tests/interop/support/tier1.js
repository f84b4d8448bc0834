/** The methods that every client counts on. Those of nodes need a node to call them. */
export const operatorMethods = `
agent agent.identity.get agent.wait agents.list channels.logout channels.start channels.status channels.stop chat.abort chat.history
chat.inject chat.message.get chat.metadata chat.send chat.startup commands.list config.apply config.get config.patch config.schema
config.schema.lookup config.set cron.add cron.get cron.list cron.remove cron.run cron.runs cron.status cron.update device.pair.approve
device.pair.list device.pair.reject device.pair.remove device.pair.rename device.pair.setupCode device.pair.setupStatus
device.token.revoke device.token.rotate exec.approval.get exec.approval.list exec.approval.request exec.approval.resolve
exec.approval.waitDecision exec.approvals.get exec.approvals.set gateway.identity.get health last-heartbeat logs.tail message.action
models.list node.describe node.invoke node.list node.pair.approve node.pair.list node.pair.reject node.pair.remove
node.pending.enqueue node.rename plugins.list send sessions.abort sessions.compact sessions.create sessions.delete sessions.describe
sessions.get sessions.list sessions.messages.subscribe sessions.messages.unsubscribe sessions.patch sessions.preview sessions.reset
sessions.resolve sessions.send sessions.subscribe set-heartbeats status system-event system-presence system.info
tools.catalog tools.effective wake
`.trim().split(/\s+/u);

export const nodeMethods = "node.event node.invoke.progress node.invoke.result node.pending.ack node.pending.drain node.pending.pull skills.bins".split(" ");
